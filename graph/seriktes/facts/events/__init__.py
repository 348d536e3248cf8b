"""Who took part in which event and how, where and when it took place."""
