"""Events, amounts, sutures and refusals in words, for every page that says them."""
