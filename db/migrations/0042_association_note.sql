CREATE TABLE IF NOT EXISTS association_note (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    association BINARY(16) NOT NULL,
    at BIGINT NOT NULL,
    actor BINARY(16) NOT NULL,
    state_before VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state_after VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason VARCHAR(500) NOT NULL,
    KEY association_note_by_association (association, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
