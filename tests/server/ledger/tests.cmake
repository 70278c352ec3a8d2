add_library(ledger_fixture STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/server/ledger/ledger_fixture.cpp)
target_link_libraries(ledger_fixture PUBLIC test_support remise_ledger)
target_precompile_headers(ledger_fixture PRIVATE ${REMISE_PCH})
remise_tests(server/ledger ledger_fixture)
