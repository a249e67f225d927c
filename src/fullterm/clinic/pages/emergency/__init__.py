"""Emergency: a woman who walks in dilated, from six answers to what to do this hour."""
