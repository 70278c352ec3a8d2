#include "server/documents/certificate_api.h"

#include <boost/test/unit_test.hpp>

#include "labels/picture_file.h"
#include "server/proof/sha256.h"
#include "tests/labels/plain_reader.h"
#include "tests/server/documents/certified.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

BOOST_FIXTURE_TEST_SUITE(certificate_api_test, Certified)

BOOST_AUTO_TEST_CASE(a_certified_drive_has_a_certificate_that_whoever_has_the_public_key_can_check) {
    erased(unit);
    const auto reply = certificate();
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const Value said = json(reply);
    BOOST_TEST((proof::checkDocument(said, keys.publicKeys()) == proof::Authenticity::genuine));
    BOOST_TEST(said.textOr("format") == "remise-certificate-1");
    BOOST_TEST(said["drive"].textOr("serial") == "S29NNXAH146409");
    BOOST_TEST(said["machine"].textOr("unit") == unit);
    BOOST_TEST(said["erasure"].textOr("level") == "clear");
    BOOST_TEST(said["verification"].textOr("method") == "full_read");
    BOOST_TEST(said["wiper"].textOr("place") == "nord");
    BOOST_TEST(said["evidence"].textOr("sha256").size() == 64u);
}

BOOST_AUTO_TEST_CASE(it_is_the_same_each_time_whatever_has_changed_since) {
    erased(unit);
    const std::string first = certificate().body;
    keys.make();
    BOOST_TEST(json(certificate()).textOr("key") != keys.signingKey()->publicKey().id());
    BOOST_TEST(certificate().body == first);
    BOOST_TEST(audited("certificate.mjs", first) == "good");
}

BOOST_AUTO_TEST_CASE(it_is_issued_with_the_certification_and_not_when_somebody_first_asks) {
    erased(unit);
    const std::string key = keys.signingKey()->publicKey().id();
    keys.make();
    BOOST_TEST(json(certificate()).textOr("key") == key);
}

BOOST_AUTO_TEST_CASE(a_drive_that_is_not_certified_has_none) {
    BOOST_TEST(codeOf(certificate()) == "no_certificate");
    erased(unit, {.outcome = "failed", .reason = "timeout"});
    BOOST_TEST(codeOf(certificate()) == "no_certificate");
}

BOOST_AUTO_TEST_CASE(one_that_people_attested_has_none) {
    BOOST_TEST(sendOne(command(
                   "record_erasure", unit,
                   Value::Object{{"drive", code}, {"outcome", "failed"}, {"method", "overwrite_zeros"}})) ==
               "accepted");
    BOOST_TEST(codeOf(certificate()) == "no_certificate");
}

BOOST_AUTO_TEST_CASE(the_paper_is_a_pdf_in_both_languages) {
    erased(unit);
    const auto french = certificate(".pdf"), english = certificate(".pdf", "en");
    BOOST_TEST(french.type == "application/pdf");
    BOOST_TEST(french.body.starts_with("%PDF-"));
    BOOST_TEST(english.body.starts_with("%PDF-"));
    BOOST_TEST(french.body != english.body);
}

BOOST_AUTO_TEST_CASE(whoever_photographs_the_paper_comes_to_the_machines_passport) {
    erased(unit);
    const std::string pdf = file("certificate.pdf", certificate(".pdf").body);
    const std::string page = (folder.path() / "page").string();
    printed("pdftoppm -gray -png -r 150 -singlefile " + pdf + " " + page);
    BOOST_TEST(plainlyRead(labels::readPicture(page + ".png")) == "http://remise.example/u/" + unit);
}

BOOST_AUTO_TEST_CASE(the_paper_says_what_an_auditor_looks_for) {
    erased(unit);
    const std::string pdf = file("certificate.pdf", certificate(".pdf").body);
    const std::string words = printed("pdftotext -layout " + pdf + " -");
    BOOST_TEST(printed("pdfinfo " + pdf).find("Pages:           1\n") != std::string::npos);
    const std::string fingerprint = proof::sha256(certificate().body).hex();
    for (const std::string said :
         {"Certificat d'effacement", "S29NNXAH146409", "relecture complète du support", "Erreurs", "Débit",
          unit.c_str(), fingerprint.c_str()})
        BOOST_TEST(words.find(said) != words.npos, said << " in " << words);
}

BOOST_AUTO_TEST_CASE(it_names_serial_numbers_so_only_the_house_reads_it) {
    erased(unit);
    const std::string address = "/api/v1/drives/" + code + "/certificate";
    BOOST_TEST(ask({.target = address}).status == 401);
    BOOST_TEST(ask({.target = address, .token = bearerOf(Role::association)}).status == 403);
}

BOOST_AUTO_TEST_CASE(it_can_be_had_after_its_drive_was_taken_apart_and_says_how_the_drive_stands) {
    erased(unit);
    const std::string issued = certificate().body;
    database.pool().take()->execute("UPDATE drive SET stage = 'destroyed'");
    BOOST_TEST(certificate().body == issued);
    const auto headers = certificate().headers;
    const std::pair<std::string, std::string> stands("Remise-Drive-Status", "destroyed");
    BOOST_TEST((std::ranges::find(headers, stands) != headers.end()));
}

BOOST_AUTO_TEST_CASE(the_same_person_is_another_on_each_certificate) {
    erased(unit);
    const std::string first = json(certificate())["wiper"].textOr("actor");
    database.pool().take()->execute("UPDATE unit SET stage = 'delivered'");
    BOOST_REQUIRE_EQUAL(sendOne(command("return", unit, Value::Object{{"reason", "broken"}})), "accepted");
    BOOST_REQUIRE_EQUAL(sendOne(command("readmit", unit)), "accepted");
    erased(unit);
    const std::string second = json(certificate())["wiper"].textOr("actor");
    BOOST_TEST(first.size() == 16u);
    BOOST_TEST(second.size() == 16u);
    BOOST_TEST(first != second);
}

BOOST_AUTO_TEST_SUITE_END()
