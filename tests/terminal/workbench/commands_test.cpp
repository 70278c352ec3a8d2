#include "terminal/workbench/commands.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "server/domain/canonical.h"
#include "server/proof/signed_document.h"
#include "server/wire/json.h"
#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/job.h"
#include "terminal/workbench/parcels.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using domain::Value;

namespace {

struct Folder {
    test::TemporaryFolder folder;
    const proof::SigningKey key = proof::SigningKey::make();

    std::string path(const std::string& name) const { return (folder.path() / name).string(); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path(name)) << text; }
    Value result() const { return *wire::readJson(workbench::readWholeFile(path("out.json"))); }

    void writeJob(const Value::Array& tests) const {
        constexpr domain::Milliseconds hour = 3'600'000;
        const Value job = Value::Object{{"format", "remise-job-1"},
                                        {"id", "018f2b5c-0000-7000-8000-000000000001"},
                                        {"unit", "BCDFGHJR"},
                                        {"made_at", domain::formatTime(workbench::now() - hour)},
                                        {"expires_at", domain::formatTime(workbench::now() + hour)},
                                        {"erase", "none"},
                                        {"verification", "full_read"},
                                        {"drives", Value::Array{}},
                                        {"tests", tests}};
        write("job.json", domain::canonicalJson(proof::signDocument(job, key)));
        write("key.pem", key.publicKey().pem());
    }
    int run(int (*command)(domain::cli::Words), std::vector<std::string> words) const {
        words.insert(words.end(), {"--report", path("out.json")});
        const std::vector<std::string_view> views(words.begin(), words.end());
        return command(views);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(commands_test, Folder)

BOOST_AUTO_TEST_CASE(without_a_screen_a_jobs_tests_are_done_and_those_with_hands_are_named) {
    writeJob({"keyboard", "post"});
    BOOST_TEST(run(workbench::test, {"--job", path("job.json"), "--key", path("key.pem")}) == 0);
    BOOST_TEST(result()["tests"].textOr("post") == "pass");
    BOOST_TEST(canonicalJson(result()["left"]) == R"(["keyboard"])");
    BOOST_TEST(result().textOr("unit") == "BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(a_job_that_another_key_signed_is_not_tested) {
    writeJob({"post"});
    write("key.pem", proof::SigningKey::make().publicKey().pem());
    BOOST_CHECK_THROW(run(workbench::test, {"--job", path("job.json"), "--key", path("key.pem")}),
                      workbench::NotAJob);
}

BOOST_AUTO_TEST_CASE(where_everything_was_sent_there_is_nothing_to_report) {
    BOOST_TEST(run(workbench::report, {"--parcels", path("parcels")}) == 0);
    BOOST_TEST(result()["parcels"].array().empty());
}

BOOST_AUTO_TEST_CASE(what_waits_and_what_was_refused_is_shown_as_it_would_be_sent) {
    workbench::Parcels parcels(folder.path() / "parcels");
    parcels.keep("1", "/api/v1/erasures", R"({"report":"x"})");
    parcels.keep("2", "/api/v1/inventories", "{}");
    std::filesystem::rename(path("parcels/2.parcel"), path("parcels/2.parcel.refused"));
    BOOST_TEST(run(workbench::report, {"--parcels", path("parcels")}) == 1);
    const auto shown = result();
    BOOST_REQUIRE(shown["parcels"].array().size() == 2);
    BOOST_TEST(shown["parcels"].array()[0].textOr("state") == "refused");
    BOOST_TEST(shown["parcels"].array()[1].textOr("to") == "/api/v1/erasures");
    BOOST_TEST(shown["parcels"].array()[1]["body"].textOr("report") == "x");
}

BOOST_AUTO_TEST_CASE(a_token_is_asked_for_only_where_the_folder_says_of_whom_and_has_none_yet) {
    const auto why = [&] {
        const std::string site = path("site");
        const std::vector<std::string_view> words{"--site", site, "--code", "ABC"};
        try {
            workbench::enrol(words);
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    std::filesystem::create_directory(path("site"));
    BOOST_TEST(why().find("does not say where the server is") != std::string::npos);
    write("site/server", "http://127.0.0.1:9\n");
    BOOST_TEST(why().find("nobody answers at http://127.0.0.1:9") != std::string::npos);
    BOOST_TEST(!std::filesystem::exists(path("site/token")));
    write("site/token", "known");
    BOOST_TEST(why().find("is there already") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
