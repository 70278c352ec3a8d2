#include "server/workshop/file_api.h"

#include <boost/test/unit_test.hpp>

#include "server/proof/sha256.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using namespace std::string_literals;
using domain::Role;

namespace {

const std::string document = "%PDF-1.7 a delivery note";

/// A PNG of nothing but its frame, with a remark in it.
const std::string picture = "\x89PNG\r\n\x1a\n\0\0\0\0IHDR....\0\0\0\x03tEXtAda....\0\0\0\0IEND...."s;

std::string addressOf(std::string_view bytes) {
    return "/api/v1/files/" + proof::sha256(bytes).hex();
}

struct Files : ProgramFixture {
    http::Reply put(const std::string& address, const std::string& body) {
        return ask({.method = "PUT", .target = address, .body = body, .token = token});
    }
    http::Reply asPerson(const std::string& cookie, const std::string& method, const std::string& address) {
        return ask({.method = method, .target = address, .headers = {{"Cookie", cookie}}});
    }
};

std::string headerOf(const http::Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers)
        if (known == name) return value;
    return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(file_api_test)

BOOST_AUTO_TEST_CASE(a_picture_is_kept_under_the_hash_of_what_was_sent_without_its_metadata) {
    Files files;
    BOOST_TEST(files.put(addressOf(picture), picture).status == 201);
    const auto reply = files.get(addressOf(picture));
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(reply.type == "image/png");
    BOOST_TEST(reply.body.find("Ada") == reply.body.npos);
    BOOST_TEST(headerOf(reply, "X-Content-Type-Options") == "nosniff");
    BOOST_TEST(headerOf(reply, "Content-Disposition") == "");
}

BOOST_AUTO_TEST_CASE(a_document_is_downloaded_never_shown_as_a_page_of_ours) {
    Files files;
    files.put(addressOf(document), document);
    const auto reply = files.get(addressOf(document));
    BOOST_TEST(reply.type == "application/pdf");
    BOOST_TEST(reply.body == document);
    BOOST_TEST(headerOf(reply, "Content-Disposition").starts_with("attachment"));
}

BOOST_AUTO_TEST_CASE(sending_a_file_twice_keeps_it_once) {
    Files files;
    files.put(addressOf(document), document);
    BOOST_TEST(files.put(addressOf(document), document).status == 201);
    BOOST_TEST(files.count("file") == 1);
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_and_no_document_is_refused) {
    Files files;
    for (const std::string& body : {"<script>alert(1)</script>"s, ""s, "\x89PNG\r\n\x1a\n\0\0"s})
        BOOST_TEST(files.codeOf(files.put(addressOf(body), body)) == "file_type", body);
    BOOST_TEST(files.count("file") == 0);
}

BOOST_AUTO_TEST_CASE(an_address_with_another_hash_is_refused) {
    Files files;
    BOOST_TEST(files.codeOf(files.put(addressOf("other"), document)) == "file_hash");
    BOOST_TEST(files.codeOf(files.put("/api/v1/files/nonsense", document)) == "file_hash");
}

BOOST_AUTO_TEST_CASE(four_megabytes_are_taken_and_one_byte_more_is_not) {
    Files files;
    std::string large = document;
    large.resize(4'000'000, ' ');
    BOOST_TEST(files.put(addressOf(large), large).status == 201);
    large += ' ';
    BOOST_TEST(files.codeOf(files.put(addressOf(large), large)) == "too_large");
}

BOOST_AUTO_TEST_CASE(a_leader_takes_a_file_away_and_the_floor_does_not) {
    Files files;
    files.put(addressOf(document), document);
    BOOST_TEST(
        files.codeOf(files.ask({.method = "DELETE", .target = addressOf(document), .token = files.token})) ==
        "not_allowed");
    const auto leader = files.bearerOf(Role::leader);
    BOOST_TEST(files.ask({.method = "DELETE", .target = addressOf(document), .token = leader}).status == 204);
    BOOST_TEST(files.codeOf(files.get(addressOf(document))) == "not_found");
    BOOST_TEST(files.codeOf(files.ask(
                   {.method = "DELETE", .target = addressOf(document), .token = leader})) == "not_found");
}

BOOST_AUTO_TEST_CASE(an_association_may_fill_forty_megabytes_and_the_house_may_keep_more) {
    Files files;
    const Asked member{.token = files.bearerOf(Role::association)};
    std::string large = document;
    large.resize(4'000'000, ' ');
    const auto send = [&](Asked asked, char mark) {
        large.back() = mark;
        asked.method = "PUT";
        asked.target = addressOf(large);
        asked.body = large;
        return files.codeOf(files.ask(asked));
    };
    for (char mark = 'a'; mark < 'a' + 10; ++mark)
        BOOST_TEST(send(member, mark) == "201");
    BOOST_TEST(send(member, 'k') == "files_full");
    BOOST_TEST(send(member, 'a') == "201", "what is there already may come again");
    BOOST_TEST(send({.token = files.token}, 'k') == "201");
}

BOOST_AUTO_TEST_CASE(an_association_sees_no_file_but_its_own) {
    Files files;
    files.put(addressOf(document), document);
    const auto member = files.cookieOf(Role::association);
    BOOST_TEST(files.codeOf(files.asPerson(member, "GET", addressOf(document))) == "not_found");
    BOOST_TEST(files.codeOf(files.asPerson("", "GET", addressOf(document))) == "sign_in_needed");
}

BOOST_AUTO_TEST_SUITE_END()
