"""What every page stands on: who may, the day, the language, the settings in force, forms. Imports no page."""
