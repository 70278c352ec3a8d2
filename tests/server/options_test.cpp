#include "server/options.h"

#include <boost/test/unit_test.hpp>
#include <iostream>
#include <sstream>

using namespace remise;

namespace {

std::optional<Options> read(std::vector<std::string> words) {
    words.insert(words.begin(), {"remise-server", "--data", "/tmp"});
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    std::ostringstream usage;
    auto* const before = std::cerr.rdbuf(usage.rdbuf());
    auto options = readOptions(static_cast<int>(arguments.size()), arguments.data());
    std::cerr.rdbuf(before);
    return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(options_test)

BOOST_AUTO_TEST_CASE(the_trusted_proxy_is_an_address_in_numbers) {
    BOOST_TEST(read({"--trusted-proxy", "10.0.0.2"}).value().trustedProxy == "10.0.0.2");
    BOOST_TEST(read({"--trusted-proxy", "2001:db8::2"}).value().trustedProxy == "2001:db8::2");
    for (const char* wrong : {"localhost", "10.0.0.0/8", "10.0.0", ""})
        BOOST_TEST(!read({"--trusted-proxy", wrong}), wrong);
}

BOOST_AUTO_TEST_CASE(agents_come_from_this_machine_unless_networks_are_named) {
    BOOST_TEST(!read({}).value().agentsFrom.contain("192.168.10.7"));
    BOOST_TEST(read({"--agents-from", "192.168.10.0/24"}).value().agentsFrom.contain("192.168.10.7"));
    BOOST_TEST(!read({"--agents-from", "workshop"}));
}

BOOST_AUTO_TEST_CASE(whoever_ends_it_a_public_address_may_have_tls) {
    BOOST_TEST(!read({}).value().isPublicByTls());
    BOOST_TEST(!read({"--public-url", "http://remise.example.org"}).value().isPublicByTls());
    BOOST_TEST(read({"--public-url", "https://remise.example.org/"}).value().isPublicByTls());
}

BOOST_AUTO_TEST_CASE(people_may_write_to_an_address_and_the_demo_has_one) {
    BOOST_TEST(read({}).value().contactAddress() == "");
    BOOST_TEST(read({"--demo"}).value().contactAddress() == "contact@remise.example");
    BOOST_TEST(read({"--demo", "--contact", "a@b.fr"}).value().contactAddress() == "a@b.fr");
    for (const char* wrong : {"", "@", "a@", "@b.fr", "a b@c.fr", "a@b.fr?cc=x"})
        BOOST_TEST(!read({"--contact", wrong}), wrong);
}

BOOST_AUTO_TEST_CASE(key_and_seals_are_in_the_data_folder_unless_told_otherwise) {
    BOOST_TEST(read({}).value().sealKey == "/tmp/keys/seal-key.pem");
    BOOST_TEST(read({}).value().sealsTo == "/tmp/seals");
    BOOST_TEST(read({"--seals-to", "/mnt/notary"}).value().sealsTo == "/mnt/notary");
    BOOST_TEST(read({"--seal-key", "/etc/remise/seal.pem"}).value().sealKey == "/etc/remise/seal.pem");
}

BOOST_AUTO_TEST_SUITE_END()
