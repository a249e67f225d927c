"""What stands around the pages: middleware, what every template knows, error pages, signing on, logs."""
