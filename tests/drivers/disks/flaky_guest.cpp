#include "tests/drivers/disks/flaky_guest.h"

#include <chrono>
#include <fstream>
#include <iterator>

#include "server/domain/ids.h"
#include "server/proof/signed_document.h"
#include "server/wire/json.h"

namespace remise::test {

using domain::Value;

namespace {

const std::string binaries = REMISE_BINARY_DIR "/bin";
const std::string init = REMISE_SOURCE_DIR "/tests/drivers/disks/guest/init";

/// Its C library must not use registers that this kernel does not keep for a process.
constexpr const char* plainRegisters =
    "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX,-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-AVX512DQ,-AVX_Fast_Unaligned_"
    "Load,"
    "-XSAVE,-XSAVEC,-FMA,-FMA4,-BMI2,-RTM";

Value drivesOfTheGuest() {
    Value::Array drives;
    for (const auto* serial :
         {"2000", "4000", "6000", "healing-drive", "broken-drive", "lying-drive", "corrupting-drive",
          "dying-drive", "hanging-drive", "stopped-drive", "unplugged-drive"})
        drives.push_back(Value::Object{{"serial", serial}});
    for (int number = 1; number <= 8; ++number)
        drives.push_back(Value::Object{{"serial", "rack-drive-" + std::to_string(number)}});
    return drives;
}

}  // namespace

FlakyGuest::FlakyGuest() {
    writeJob();
    const std::string folder = m_folder.path();
    const std::string line = "timeout -k 5 270 '" + binaries + "/start-uml' /usr/bin/linux.uml mem=448M " +
                             "rootfstype=hostfs rootflags=/ rw uml_dir='" + folder + "/' init='" + init +
                             "' con0=fd:0,fd:1 con=null quiet '" + plainRegisters + "' bin='" + binaries +
                             "' work='" + folder + "' > '" + folder + "/console' 2>&1 < /dev/null";
    // Its exit code is whatever its last thread had at hand: what it left behind tells.
    if (std::system(line.c_str()) < 0) throw std::runtime_error("Cannot run " + line);
}

void FlakyGuest::writeJob() const {
    const auto key = proof::SigningKey::make();
    std::ofstream(m_folder.path() / "server.pem") << key.publicKey().pem();
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    const Value job(Value::Object{{"format", "remise-job-1"},
                                  {"id", domain::Uuid::v7(now).text()},
                                  {"made_at", domain::formatTime(now)},
                                  {"expires_at", domain::formatTime(now + 3'600'000)},
                                  {"erase", "clear"},
                                  {"verification", "full_read"},
                                  {"drives", drivesOfTheGuest()}});
    std::ofstream(m_folder.path() / "job.json") << domain::canonicalJson(proof::signDocument(job, key));
}

bool FlakyGuest::has(const std::string& file) const {
    return std::filesystem::exists(m_folder.path() / file);
}

std::string FlakyGuest::text(const std::string& file) const {
    std::ifstream stream(m_folder.path() / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Value FlakyGuest::report(const std::string& name) const {
    const auto report = wire::readJson(text(name + ".json"));
    if (!report) throw std::runtime_error(name + ": no report; " + text(name + ".error"));
    return *report;
}

Value FlakyGuest::drive(const std::string& name) const {
    return report(name)["drives"].array().at(0);
}

}  // namespace remise::test
