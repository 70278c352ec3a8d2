#include "db/database_home.h"

#include <stdexcept>

#include "db/mariadb_folder.h"

namespace remise::db {

std::filesystem::path restoreMark(const std::filesystem::path& data) {
    return data / "restore.unfinished";
}

DatabaseHome openDatabase(const std::filesystem::path& data, const std::optional<std::string>& address,
                          IfRunning ifRunning) {
    if (std::filesystem::exists(restoreMark(data)))
        throw std::runtime_error("The return of a backup into " + data.string() +
                                 " has not ended; if it was cut off, empty the folder and run "
                                 "remise-admin restore again");
    if (address) return DatabaseHome(Settings::parse(*address));
    try {
        PrivateMariadb::Options options;
        if (ifRunning == IfRunning::join) options.tenure = Tenure::passing;
        return DatabaseHome(std::make_unique<PrivateMariadb>(data, options));
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
