remise_tests(server/admin program_fixture ledger_fixture)
add_dependencies(server_admin_test remise-admin)
