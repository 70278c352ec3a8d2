-- Failed and running tries; `subject` is a keyed hash of an account, an address or a person's PIN.
CREATE TABLE IF NOT EXISTS sign_in_try (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    subject BINARY(32) NOT NULL,
    at BIGINT NOT NULL,
    KEY sign_in_try_subject (subject, at),
    KEY sign_in_try_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
