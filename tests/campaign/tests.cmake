# The machine that kills: half a minute with one server and half a minute with two in every `./test`, an hour in
# `./test --all`. `node tests/campaign/campaign.mjs --seed N` repeats a run's troubles.
file(GLOB campaign_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_executable(campaign-worker ${campaign_files})
target_link_libraries(campaign-worker PRIVATE remise_terminal)
target_precompile_headers(campaign-worker REUSE_FROM remise-terminal)
set_target_properties(campaign-worker PROPERTIES AUTOMOC ON)

function(add_campaign name seconds servers)
    math(EXPR patience "${seconds} + 600")
    add_test(NAME campaign/${name} COMMAND node ${CMAKE_SOURCE_DIR}/tests/campaign/campaign.mjs
        --seconds ${seconds} --servers ${servers} ${ARGN})
    set_tests_properties(campaign/${name} PROPERTIES COST ${seconds} TIMEOUT ${patience}
        ENVIRONMENT "REMISE_BUILD=${CMAKE_BINARY_DIR}")
endfunction()
add_campaign(one_server 30 1)
add_campaign(two_servers 30 2)
# A check that finds nothing must be able to find something.
add_campaign(finds_a_lost_command 2 1 --sabotage)
add_campaign(one_server_long 1800 1)
add_campaign(two_servers_long 1800 2)
set_tests_properties(campaign/one_server_long campaign/two_servers_long PROPERTIES LABELS slow)
