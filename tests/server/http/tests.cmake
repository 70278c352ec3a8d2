remise_tests(server/http remise_http OpenSSL::Crypto)
