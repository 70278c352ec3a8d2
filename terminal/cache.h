#pragma once

#include <QByteArray>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "terminal/known_unit.h"
#include "terminal/sqlite_file.h"

namespace remise::terminal {

/// What was heard from the server, for when it is away: DIR/cache.sqlite. It may be lost without harm: a file
/// that is damaged is begun anew, and where the disk fails, nothing is remembered.
class Cache {
public:
    explicit Cache(const std::filesystem::path& folder);

    /// The last answer to a question.
    [[nodiscard]] std::optional<domain::Value> answer(const std::string& path);
    void keepAnswer(const std::string& path, const domain::Value& answer);

    [[nodiscard]] std::optional<KnownUnit> unit(const std::string& code);
    void keepUnit(const KnownUnit&);
    void forgetUnit(const std::string& code);
    /// Forgets all but those that were touched last.
    void trimUnits();
    /// Those whose badge was not checked here for a week.
    void forgetOldPeople();

    /// Who a badge belongs to. Of the badge itself only a salted, slow hash is kept, for a week after it was
    /// last used.
    [[nodiscard]] std::optional<domain::Value> person(const std::string& badge);
    void keepPerson(const std::string& badge, const domain::Value& person);
    void forgetPerson(const std::string& badge);
    /// A name of our own for who holds the badge, the same for as long as the cache lives.
    [[nodiscard]] domain::Uuid pseudonym(const std::string& badge);

    /// Codes that the server has leased us for labels.
    void keepCode(const std::string& code);
    [[nodiscard]] int codesLeft();
    /// A code that is used from now on, whatever happens: nothing when there is none, or the disk does not
    /// take note of it.
    [[nodiscard]] std::optional<std::string> takeCode();
    /// What is left of the lease is not ours any more. Where the disk does not let it go, the whole cache
    /// goes.
    void dropCodes();

    /// Many changes at once.
    void together(const std::function<void()>& changes);

private:
    void open();
    void beginAnew();
    [[nodiscard]] QByteArray keyOf(const std::string& badge);
    bool attempt(const std::function<void()>& work);
    [[nodiscard]] std::optional<domain::Value> read(const QString& sql, const QVariant& key);

    std::filesystem::path m_path;
    std::unique_ptr<SqliteFile> m_file;  ///< null: nothing is remembered
    QByteArray m_salt;
    std::map<std::string, QByteArray> m_keys;
};

}  // namespace remise::terminal
