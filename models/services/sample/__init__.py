"""The sample company: a restaurant of twelve people, told in resources/samples and made into records here."""
