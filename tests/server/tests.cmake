add_library(program_fixture STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/server/program_fixture.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/server/working_floor.cpp)
target_link_libraries(program_fixture PUBLIC test_support remise_program)
target_precompile_headers(program_fixture REUSE_FROM remise_pch)
remise_tests(server program_fixture)
add_dependencies(server_test remise-server remise-admin)
