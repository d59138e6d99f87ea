"""Editors made for one job, where a table and a form are not enough; each fills a tab of a step's page."""
