-- What a machine under test may do: made by a person's scan and signed, byte for byte as the machine got it.
CREATE TABLE IF NOT EXISTS job (
    id BINARY(16) NOT NULL,
    report BINARY(16) NOT NULL,
    site VARCHAR(64) NOT NULL,
    unit CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sender BINARY(16) NOT NULL,
    actor BINARY(16) NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    document MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id),
    KEY job_report (report, made_at),
    KEY job_unit (unit, made_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
