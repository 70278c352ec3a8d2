# remise-bench measures the programs of this build; `./test --bench`.
file(GLOB bench_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
list(APPEND bench_files ${CMAKE_CURRENT_SOURCE_DIR}/support/loop_drive.cpp)
add_executable(remise-bench ${bench_files})
target_compile_definitions(remise-bench PRIVATE REMISE_BINARY_DIR="${CMAKE_BINARY_DIR}")
pkg_check_modules(MARIADB_C REQUIRED IMPORTED_TARGET libmariadb)
target_link_libraries(remise-bench PRIVATE degraded_pictures ledger_fixture remise_identity remise_ledger remise_reports remise_disks remise_drivers remise_terminal remise_wire PkgConfig::MARIADB_C Threads::Threads)
target_precompile_headers(remise-bench PRIVATE ${REMISE_PCH})
