# Fuzzers: one file each, with libFuzzer's LLVMFuzzerTestOneInput. See README.md.
#
# remise_fuzzer(NAME LIBS…): in every build NAME_replay gives it the files of corpora/NAME; with the preset
# `fuzz` (clang) NAME_fuzz is the fuzzer itself.
function(remise_fuzzer name)
    set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpora/${name})
    set(source ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/${name}.cpp)
    add_executable(${name}_replay ${source} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/replay.cpp)
    target_link_libraries(${name}_replay PRIVATE ${ARGN})
    add_test(NAME fuzz/${name}_replay COMMAND ${name}_replay ${corpus})
    if(REMISE_FUZZ)
        add_executable(${name}_fuzz EXCLUDE_FROM_ALL ${source})
        target_link_libraries(${name}_fuzz PRIVATE ${ARGN})
        target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
        add_dependencies(fuzzers ${name}_fuzz)
    else()
        add_test(NAME fuzz/${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz ${name})
        set_tests_properties(fuzz/${name} PROPERTIES LABELS slow RESOURCE_LOCK fuzz_build TIMEOUT 1800)
    endif()
endfunction()

if(REMISE_FUZZ)
    add_custom_target(fuzzers)
endif()

remise_fuzzer(scanned_text remise_domain)
remise_fuzzer(picture_files remise_labels)
remise_fuzzer(printer_answers remise_drivers)
remise_fuzzer(printer_streams remise_drivers)
remise_fuzzer(scanner_reports remise_drivers)
remise_fuzzer(agent_reports remise_reports)
remise_fuzzer(device_reports remise_reports)
remise_fuzzer(drive_reports remise_reports)
remise_fuzzer(screen_descriptions remise_reports)
