-- Resolves the ledger's authors. One row a day and person, erased on schedule (`day` before a date), and one
-- lasting row at the day 9999-12-31, which no schedule reaches.
CREATE TABLE IF NOT EXISTS actor (
    id BINARY(16) NOT NULL PRIMARY KEY,
    person BINARY(16) NOT NULL,
    day DATE NOT NULL,
    UNIQUE KEY actor_person_day (person, day),
    KEY actor_day (day),
    CONSTRAINT actor_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
