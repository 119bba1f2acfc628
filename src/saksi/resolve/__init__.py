"""Which claims tell of one thing, who is meant, where accounts differ: claims in, judgements out. No store here."""
