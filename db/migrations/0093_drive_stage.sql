ALTER TABLE drive ADD INDEX IF NOT EXISTS drive_stage (stage)
