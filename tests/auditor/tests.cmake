# A third party's checker, written from docs/proof.md, on proofs that the real remise-admin makes.
remise_tests(auditor remise_admin_parts ledger_fixture)
add_dependencies(auditor_test remise-admin)
