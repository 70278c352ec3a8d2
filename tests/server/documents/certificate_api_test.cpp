#include "server/documents/certificate_api.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

#include "labels/picture_file.h"
#include "server/proof/signed_document.h"
#include "tests/labels/plain_reader.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

/// A drive that a workbench's report has certified.
struct Certified : Reports {
    Certified() : keys(options.sealKey), unit(receivedLaptop()), bearer(bearerOf(Role::leader)) {
        inventory(unit, glpiJson());
        code = Reports::unit(unit)["drives"].array().at(0).textOr("code");
    }
    http::Reply certificate(const std::string& ending = "", const std::string& language = "fr") {
        return ask({.target = "/api/v1/drives/" + code + "/certificate" + ending,
                    .token = bearer,
                    .headers = {{"Accept-Language", language}}});
    }

    std::string file(const std::string& name, const std::string& bytes) {
        const std::string path = (folder.path() / name).string();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    /// What the auditor's program says, who shares nothing with us: its exit code.
    int audited(const std::string& bytes) {
        const std::string line = "node " REMISE_SOURCE_DIR "/tests/auditor/certificate.mjs " +
                                 file("certificate.json", bytes) + " " +
                                 file("keys.txt", keys.signingKey()->publicKey().pem());
        return std::system(line.c_str());
    }

    const ledger::SealKeys keys;
    const std::string unit, bearer;
    std::string code;
};

}  // namespace

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

BOOST_AUTO_TEST_CASE(a_stranger_accepts_it_and_refuses_it_when_one_letter_is_another) {
    erased(unit);
    std::string bytes = certificate().body;
    BOOST_TEST(audited(bytes) == 0);
    bytes.replace(bytes.find("S29NNXAH146409"), 1, "T");
    BOOST_TEST(audited(bytes) != 0);
}

BOOST_AUTO_TEST_CASE(it_is_the_same_each_time) {
    erased(unit);
    BOOST_TEST(certificate().body == certificate().body);
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
    const std::string line =
        "pdftoppm -gray -png -r 150 -singlefile " + pdf + " " + (folder.path() / "page").string();
    BOOST_REQUIRE(std::system(line.c_str()) == 0);
    const auto picture = labels::readPicture((folder.path() / "page.png").string());
    BOOST_TEST(plainlyRead(picture) == "http://remise.example/u/" + unit);
}

BOOST_AUTO_TEST_CASE(the_paper_can_be_searched_and_read_aloud) {
    erased(unit);
    const std::string pdf = file("certificate.pdf", certificate(".pdf").body);
    const std::string text = (folder.path() / "text").string();
    BOOST_REQUIRE(std::system(("pdftotext " + pdf + " " + text).c_str()) == 0);
    std::ifstream in(text);
    const std::string words((std::istreambuf_iterator<char>(in)), {});
    for (const auto* said : {"Certificat d'effacement", "S29NNXAH146409", "relecture complète du support"})
        BOOST_TEST(words.find(said) != words.npos, said << " in " << words);
}

BOOST_AUTO_TEST_CASE(it_names_serial_numbers_so_only_the_house_reads_it) {
    erased(unit);
    const std::string address = "/api/v1/drives/" + code + "/certificate";
    BOOST_TEST(ask({.target = address}).status == 401);
    BOOST_TEST(ask({.target = address, .token = bearerOf(Role::association)}).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
