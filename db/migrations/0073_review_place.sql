-- The order in which the lines came into the list: those of one request share their moment.
ALTER TABLE review ADD COLUMN IF NOT EXISTS place BIGINT NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY IF NOT EXISTS review_place (place)
