#include "server/identity/shared_secret.h"

#include <stdexcept>

#include "db/pool.h"
#include "db/setting_store.h"

namespace remise::identity {
namespace {

constexpr auto markName = "secret_mark";

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
    throw std::runtime_error(
        file.string() + what +
        ": badges and PINs in this database need the secret they were made with. Copy the "
        "file from the data folder of another of its servers, or from a backup");
}

}  // namespace

ServerSecret sharedSecret(db::Pool& pool, const std::filesystem::path& file) {
    const auto connection = pool.take();
    if (!std::filesystem::exists(file) && db::findSetting(*connection, markName)) refuse(file, " is missing");
    const ServerSecret secret = readOrMakeSecret(file);
    const std::string mark = secret.keyedHash("mark", "").raw();
    if (db::settingOr(*connection, markName, mark) != mark) refuse(file, " is another organisation's");
    return secret;
}

}  // namespace remise::identity
