#include "db/database_home.h"

#include "db/mariadb_folder.h"

namespace remise::db {

DatabaseHome openDatabase(const std::filesystem::path& data, const std::optional<std::string>& address,
                          IfRunning ifRunning) {
    if (address) return DatabaseHome(Settings::parse(*address));
    try {
        return DatabaseHome(std::make_unique<PrivateMariadb>(data));
    } catch (const FolderInUse&) {
        if (ifRunning == IfRunning::refuse) throw;
    }
    Settings settings;
    settings.socket = announcedSocket(data);
    settings.user = Account::current().name;
    settings.database = "remise";
    return DatabaseHome(std::move(settings));
}

}  // namespace remise::db
