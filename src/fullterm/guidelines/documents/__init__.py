"""The documents, in a folder for each country whose body wrote them. `int`: for the whole world."""
