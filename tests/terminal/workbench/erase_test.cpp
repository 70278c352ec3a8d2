#include <sys/wait.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <fstream>

#include "server/domain/ids.h"
#include "server/proof/signed_document.h"
#include "server/wire/json.h"
#include "tests/support/only_with_drives.h"
#include "tests/support/temporary_folder.h"

// The program as it ships, on block devices of the kernel.

using namespace remise;
using domain::Value;
using test::LoopDrive;

namespace {

constexpr std::uint64_t bytes = 4 * 1024 * 1024;

struct Ran {
    int status = 0;
    std::string said;
};

Ran run(const std::string& words) {
    FILE* pipe = popen(("'" REMISE_BINARY_DIR "/bin/remise-workbench' " + words + " 2>&1").c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    Ran ran;
    std::array<char, 4096> part{};
    while (const std::size_t n = fread(part.data(), 1, part.size(), pipe))
        ran.said.append(part.data(), n);
    const int status = pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ran;
}

/// Two drives on a bench, and a job for the first.
struct Bench {
    Bench() {
        std::ofstream(folder.path() / "server.pem") << key.publicKey().pem();
        writeJob("job.json", first.serial(), "018f2b5c-0000-7000-8000-000000000001");
        writeJob("other.json", second.serial(), "018f2b5c-0000-7000-8000-000000000002");
    }

    void writeJob(const std::string& name, const std::string& serial, const std::string& id) const {
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count();
        const Value job(Value::Object{{"format", "remise-job-1"},
                                      {"id", id},
                                      {"made_at", domain::formatTime(now)},
                                      {"expires_at", domain::formatTime(now + 3'600'000)},
                                      {"erase", "clear"},
                                      {"verification", "full_read"},
                                      {"drives", Value::Array{Value::Object{{"serial", serial}}}}});
        std::ofstream(folder.path() / name) << domain::canonicalJson(proof::signDocument(job, key));
    }

    [[nodiscard]] std::string at(const std::string& name) const {
        return "'" + (folder.path() / name).string() + "'";
    }
    [[nodiscard]] Ran erase(const std::string& more = "") const {
        return run("erase --allow-loop --job " + at("job.json") + " --key " + at("server.pem") +
                   " --report " + at("report.json") + " " + more);
    }
    [[nodiscard]] Value report(const std::string& name = "report.json") const {
        std::ifstream file(folder.path() / name);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto value = wire::readJson(text);
        BOOST_REQUIRE(value.ok());
        return *value;
    }

    test::TemporaryFolder folder;
    const proof::SigningKey key = proof::SigningKey::make();
    const LoopDrive first{folder.path(), "drive-first", bytes, "a medical file, "};
    const LoopDrive second{folder.path(), "drive-second", bytes, "a medical file, "};
};

const boost::unit_test::precondition asRoot(test::onlyWithDrives);

}  // namespace

BOOST_AUTO_TEST_SUITE(erase_test)

BOOST_AUTO_TEST_CASE(a_signed_job_erases_its_drive_and_no_other, *asRoot) {
    const Bench bench;
    const Ran ran = bench.erase();
    BOOST_TEST(ran.status == 0, ran.said);
    const Value drive = bench.report()["drives"].array().at(0);
    BOOST_TEST(bench.report().textOr("format") == "remise-erasure-1");
    BOOST_TEST(bench.report().textOr("job") == "018f2b5c-0000-7000-8000-000000000001");
    BOOST_TEST(drive.textOr("serial") == bench.first.serial());
    BOOST_TEST(drive.textOr("outcome") == "erased");
    BOOST_TEST(drive["verification"].integerOr("bytes_read", 0) == std::int64_t{bytes});
    BOOST_TEST((bench.first.content() == std::string(bytes, '\0')));
    BOOST_TEST(bench.second.content().starts_with("a medical file"));
}

BOOST_AUTO_TEST_CASE(a_drive_that_the_job_does_not_name_is_refused_and_nothing_is_erased, *asRoot) {
    const Bench bench;
    const Ran ran = bench.erase("--drive " + bench.first.serial() + " --drive " + bench.second.serial());
    BOOST_TEST(ran.status == 3);
    BOOST_TEST(ran.said.find("the job does not name the drive " + bench.second.serial()) !=
               std::string::npos);
    BOOST_TEST(bench.first.content().starts_with("a medical file"));
    BOOST_TEST(bench.second.content().starts_with("a medical file"));
}

BOOST_AUTO_TEST_CASE(without_a_job_nothing_is_erased, *asRoot) {
    const Bench bench;
    const Ran ran =
        run("erase --allow-loop --drive " + bench.first.serial() + " --key " + bench.at("server.pem"));
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(ran.said.find("--job is missing") != std::string::npos);
    BOOST_TEST(bench.first.content().starts_with("a medical file"));
}

BOOST_AUTO_TEST_CASE(a_rack_of_drives_has_several_jobs_and_a_report_for_each, *asRoot) {
    const Bench bench;
    std::filesystem::create_directory(bench.folder.path() / "reports");
    const Ran ran =
        run("erase --allow-loop --job " + bench.at("job.json") + " --job " + bench.at("other.json") +
            " --key " + bench.at("server.pem") + " --report " + bench.at("reports"));
    BOOST_TEST(ran.status == 0, ran.said);
    for (const auto& [file, serial] :
         {std::pair("reports/018f2b5c-0000-7000-8000-000000000001.json", bench.first.serial()),
          std::pair("reports/018f2b5c-0000-7000-8000-000000000002.json", bench.second.serial())}) {
        const Value report = bench.report(file);
        BOOST_REQUIRE_EQUAL(report["drives"].array().size(), 1u);
        BOOST_TEST(report["drives"].array()[0].textOr("serial") == serial);
        BOOST_TEST(report["drives"].array()[0].textOr("outcome") == "erased");
    }
}

BOOST_AUTO_TEST_CASE(progress_is_a_line_of_json_each_time, *asRoot) {
    const Bench bench;
    std::istringstream lines(bench.erase("--progress json").said);
    std::string phases;
    for (std::string line; std::getline(lines, line);) {
        const auto progress = wire::readJson(line);
        BOOST_REQUIRE_MESSAGE(progress.ok(), line);
        if (progress->textOr("serial") == bench.first.serial() &&
            !phases.ends_with(progress->textOr("phase")))
            phases += " " + progress->textOr("phase");
    }
    BOOST_TEST(phases == " preparing overwriting verifying ended");
}

BOOST_AUTO_TEST_CASE(a_second_reader_checks_what_the_report_says, *asRoot) {
    const Bench bench;
    BOOST_REQUIRE(bench.erase().status == 0);
    const std::string again = "verify --allow-loop --drive " + bench.first.serial() + " --erasure " +
                              bench.at("report.json") + " --report " + bench.at("again.json");
    BOOST_TEST(run(again).status == 0);
    BOOST_TEST(bench.report("again.json").textOr("format") == "remise-verification-1");
    BOOST_TEST(bench.report("again.json")["drives"].array().at(0).textOr("outcome") == "verified");
    bench.first.change(123'456, "x");
    BOOST_TEST(run(again).status == 1);
    BOOST_TEST(bench.report("again.json")["drives"].array().at(0).textOr("reason") == "verification_failed");
}

BOOST_AUTO_TEST_SUITE_END()
