// drives-job JOB KEY SERIAL…: a job for these drives, signed with a key made for it, and its public half.
#include <chrono>
#include <fstream>

#include "server/domain/ids.h"
#include "server/proof/signed_document.h"

int main(int count, char** words) {
    using namespace remise;
    using domain::Value;
    if (count < 4) return 2;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    Value::Array drives;
    for (int n = 3; n < count; ++n)
        drives.push_back(Value::Object{{"serial", words[n]}});
    const Value job(Value::Object{{"format", "remise-job-1"},
                                  {"id", domain::Uuid::v7(now).text()},
                                  {"made_at", domain::formatTime(now)},
                                  {"expires_at", domain::formatTime(now + 3'600'000)},
                                  {"erase", "purge"},
                                  {"verification", "full_read"},
                                  {"drives", std::move(drives)}});
    const auto key = proof::SigningKey::make();
    std::ofstream(words[1]) << domain::canonicalJson(proof::signDocument(job, key));
    std::ofstream(words[2]) << key.publicKey().pem();
}
