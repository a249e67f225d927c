"""`python -m docs`: write every generated page anew."""

from docs.generate import write

write()
