remise_tests(server/documents program_fixture)
target_sources(server_documents_test PRIVATE labels/plain_reader.cpp)
