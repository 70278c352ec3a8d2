#include "terminal/outbox_rows.h"

#include <QFile>
#include <QSqlError>
#include <algorithm>
#include <map>

#include "server/wire/command_json.h"
#include "terminal/outbox_seal.h"

namespace remise::terminal {

namespace {

std::optional<domain::Command> commandIn(const std::optional<std::string>& json) {
    if (!json) return {};
    auto commands = wire::readCommands(*json, 0);
    if (!commands || commands->size() != 1 || commands->front().refusal) return {};
    if (!commands->front().command.counter) return {};
    return std::move(commands->front().command);
}

/// Every byte that the disk gives.
std::string bytesOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        throw StorageFault("Cannot read " + path.string() + ": " + file.errorString().toStdString(),
                           StorageFault::Cause::hindered);
    return file.readAll().toStdString();
}

}  // namespace

void insertCommand(SqliteFile& file, const KeptCommand& kept) {
    const auto entry = QByteArray::fromStdString(sealed(wire::writeCommands({kept.command})));
    file.run("INSERT INTO command (number, waits, entry) VALUES (?, ?, ?)",
             {QVariant::fromValue<qlonglong>(*kept.command.counter), static_cast<int>(kept.waits), entry});
}

void noteLastNumber(SqliteFile& file, std::int64_t number) {
    file.run("UPDATE given SET number = ?", {QVariant::fromValue<qlonglong>(number)});
}

std::unique_ptr<SqliteFile> makeOutbox(const std::filesystem::path& path, const OutboxRows& rows) {
    auto file = std::make_unique<SqliteFile>(path);
    SqliteFile::Change change(*file);
    file->run(
        "CREATE TABLE command (number INTEGER PRIMARY KEY, waits INTEGER NOT NULL, entry BLOB NOT NULL)");
    file->run("CREATE TABLE given (number INTEGER NOT NULL)");
    file->run("INSERT INTO given (number) VALUES (0)");
    for (const KeptCommand& kept : rows.commands)
        insertCommand(*file, kept);
    noteLastNumber(*file, rows.lastNumber);
    change.keep();
    return file;
}

OutboxRows readOutbox(SqliteFile& file) {
    OutboxRows rows;
    QSqlQuery query = file.run("SELECT number, waits, entry FROM command ORDER BY number");
    while (query.next()) {
        auto command = commandIn(unsealed(query.value(2).toByteArray().toStdString()));
        rows.areAllWhole = rows.areAllWhole && command && command->counter == query.value(0).toLongLong();
        if (!command) continue;
        rows.lastNumber = std::max(rows.lastNumber, *command->counter);
        rows.commands.push_back(
            {std::move(*command), query.value(1).toInt() == 0 ? Waits::server : Waits::person});
    }
    rows.areAllWhole = rows.areAllWhole && query.lastError().type() == QSqlError::NoError;
    QSqlQuery given = file.run("SELECT number FROM given");
    rows.areAllWhole = given.next() && rows.areAllWhole;
    rows.lastNumber = std::max<std::int64_t>(rows.lastNumber, given.value(0).toLongLong());
    return rows;
}

std::unique_ptr<SqliteFile> openWholeOutbox(const std::filesystem::path& path) {
    try {
        auto file = std::make_unique<SqliteFile>(path);
        QSqlQuery check = file->run("PRAGMA quick_check");
        const bool isSound = check.next() && check.value(0).toString() == "ok";
        check.finish();
        return isSound && readOutbox(*file).areAllWhole ? std::move(file) : nullptr;
    } catch (const StorageFault& fault) {
        if (!fault.isDamage()) throw;
        qWarning("%s", fault.what());
        return nullptr;
    }
}

/// The tree may be broken where the rows are whole, and the other way round: both ways are tried.
OutboxRows salvageOutbox(const std::filesystem::path& path) {
    OutboxRows rows;
    try {
        SqliteFile file(path);
        rows = readOutbox(file);
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
    }
    std::map<std::int64_t, KeptCommand> byNumber;
    for (KeptCommand& kept : rows.commands)
        byNumber.emplace(*kept.command.counter, std::move(kept));
    for (const std::string& json : wholeIn(bytesOf(path)))
        if (auto command = commandIn(json)) byNumber.emplace(*command->counter, KeptCommand{*command});
    rows.commands.clear();
    for (auto& [number, kept] : byNumber) {
        rows.lastNumber = std::max(rows.lastNumber, number);
        rows.commands.push_back(std::move(kept));
    }
    return rows;
}

}  // namespace remise::terminal
