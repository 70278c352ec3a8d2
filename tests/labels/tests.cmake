# Pictures made by a recipe, for the tests and the bench, and every label there is; optimised, for each picture
# is a million points.
add_library(degraded_pictures STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/degraded_pictures.cpp
    ${CMAKE_CURRENT_LIST_DIR}/plain_reader.cpp ${CMAKE_CURRENT_LIST_DIR}/every_label.cpp
    ${CMAKE_CURRENT_LIST_DIR}/contact_sheet.cpp)
target_compile_options(degraded_pictures PRIVATE -O3)
target_link_libraries(degraded_pictures PUBLIC remise_labels)
remise_tests(labels degraded_pictures remise_labels)
add_dependencies(labels_test remise-label)
