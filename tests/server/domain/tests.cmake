add_library(memory_world STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/server/domain/memory_world.cpp)
target_link_libraries(memory_world PUBLIC test_support remise_domain)
target_precompile_headers(memory_world REUSE_FROM remise_pch)
remise_tests(server/domain memory_world)
