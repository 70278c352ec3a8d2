ALTER TABLE unit ADD KEY IF NOT EXISTS unit_container (container)
