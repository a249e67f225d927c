"""The terms of the treatment agreement a hospital may offer: data, no code. A published version is never edited."""
