# The house's rules read the sources and link nothing of ours, so that they run whatever state the rest is in.
find_package(OpenSSL REQUIRED)
find_package(nlohmann_json REQUIRED)

file(GLOB house_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_executable(house_test ${CMAKE_CURRENT_LIST_DIR}/../support/boost_main.cpp ${house_files})
target_compile_definitions(house_test PRIVATE BOOST_TEST_DYN_LINK REMISE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    REMISE_BINARY_DIR="${CMAKE_BINARY_DIR}")
target_link_libraries(house_test PRIVATE Boost::unit_test_framework OpenSSL::Crypto nlohmann_json::nlohmann_json)
# Boost makes main() only where its header comes after BOOST_TEST_MODULE.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/../support/boost_main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/pattern.cpp PROPERTIES COMPILE_OPTIONS -O2 SKIP_PRECOMPILE_HEADERS ON)
target_compile_options(house_test PRIVATE ${tests_compile})
target_precompile_headers(house_test REUSE_FROM tests_pch)

if(TARGET table-picture)
    add_dependencies(house_test table-picture)
endif()

foreach(file ${house_files})
    get_filename_component(suite ${file} NAME_WE)
    if(suite MATCHES "_test$")
        add_test(NAME house/${suite} COMMAND house_test --run_test=${suite} --log_level=test_suite --color_output=no)
    endif()
endforeach()

# clang-tidy takes minutes over the whole tree: a slow proof (./test --all, ./test --tidy).
add_test(NAME house/tidy COMMAND ${CMAKE_CURRENT_LIST_DIR}/tidy ${CMAKE_BINARY_DIR})
set_tests_properties(house/tidy PROPERTIES LABELS slow RUN_SERIAL ON TIMEOUT 1800)
