"""One folder a page: its views, forms, words and templates. Pages never import each other."""
