#include <QDebug>
#include <algorithm>
#include <array>

#include "server/domain/canonical.h"
#include "server/wire/json.h"
#include "terminal/print_queue.h"

/// The part of a queue that is on the disk.
namespace remise::terminal {

using domain::Value;

namespace {

constexpr std::array purposes{"hand", "again", "trial", "roll"};

QVariant numberOf(std::int64_t number) {
    return QVariant::fromValue<qlonglong>(number);
}

QByteArray written(const PrintQueue::Label& label) {
    Value entry(Value::Object{{"kind", label.kind},
                              {"name", label.name},
                              {"purpose", purposes.at(static_cast<std::size_t>(label.purpose))},
                              {"data", label.data}});
    if (label.paper) entry["paper"] = labels::nameOf(*label.paper);
    return QByteArray::fromStdString(domain::canonicalJson(entry));
}

std::optional<PrintQueue::Label> readLabel(const QByteArray& bytes) {
    const auto entry = wire::readJson(bytes.toStdString());
    if (!entry || !entry->isObject()) return {};
    const auto purpose = std::ranges::find(purposes, entry->textOr("purpose"));
    if (purpose == purposes.end()) return {};
    return PrintQueue::Label{entry->textOr("kind"), (*entry)["data"], entry->textOr("name"),
                             static_cast<PrintQueue::Purpose>(purpose - purposes.begin()),
                             labels::paperNamed(entry->textOr("paper"))};
}

}  // namespace

/// A full disk, or a damaged file: nothing is printed that is not kept. It is tried again before each look at
/// the printer.
void PrintQueue::open() {
    try {
        std::filesystem::create_directories(m_folder);
        m_file = std::make_unique<SqliteFile>(m_folder / "prints.sqlite");
        m_file->run(
            "CREATE TABLE IF NOT EXISTS label (number INTEGER PRIMARY KEY, stage INTEGER NOT NULL, "
            "entry BLOB NOT NULL)");
        load();
    } catch (const std::exception& fault) {
        qWarning("%s. Until it is mended or removed no label is made again.", fault.what());
        m_file.reset();
        m_jobs.clear();
        m_isReadable = false;
    }
}

/// What was under way when this program ended is in doubt. What was for somebody's hand is forgotten: whoever
/// it was begins that machine anew.
void PrintQueue::load() {
    std::vector<std::int64_t> forgotten;
    m_isReadable = true;
    QSqlQuery query = m_file->run("SELECT number, stage, entry FROM label ORDER BY number");
    while (query.next()) {
        const std::int64_t number = m_lastNumber = query.value(0).toLongLong();
        const bool waits = query.value(1).toInt() == static_cast<int>(Stage::waiting);
        auto label = readLabel(query.value(2).toByteArray());
        if (!label) {
            qWarning("Label %lld in %s cannot be read. Until it is removed no label is made again.",
                     static_cast<long long>(number), m_folder.c_str());
            m_isReadable = false;
            continue;
        }
        const bool matters = label->purpose == Purpose::roll || (label->purpose == Purpose::again && !waits);
        if (matters)
            m_jobs.push_back({number, std::move(*label), waits ? Stage::waiting : Stage::doubtful});
        else
            forgotten.push_back(number);
    }
    query.finish();
    for (const std::int64_t number : forgotten)
        m_file->run("DELETE FROM label WHERE number = ?", {numberOf(number)});
    for (Job& job : m_jobs)
        if (job.stage == Stage::doubtful) mark(job, Stage::doubtful);
}

bool PrintQueue::store(const QString& sql, const QVariantList& values) {
    try {
        if (m_file) m_file->run(sql, values);
        return m_file != nullptr;
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
        return false;
    }
}

bool PrintQueue::keep(Job job) {
    if (!store("INSERT OR REPLACE INTO label (number, stage, entry) VALUES (?, ?, ?)",
               {numberOf(job.number), static_cast<int>(job.stage), written(job.label)}))
        return false;
    m_lastNumber = job.number;
    m_jobs.push_back(std::move(job));
    return true;
}

/// A disk that does not keep it has the label still under way: that is in doubt after a restart, and safe.
bool PrintQueue::mark(Job& job, Stage stage) {
    const bool isKept =
        store("UPDATE label SET stage = ? WHERE number = ?", {static_cast<int>(stage), numberOf(job.number)});
    if (isKept || stage != Stage::sending) job.stage = stage;
    return isKept;
}

void PrintQueue::remove(std::int64_t number) {
    store("DELETE FROM label WHERE number = ?", {numberOf(number)});
    std::erase_if(m_jobs, [&](const Job& job) { return job.number == number; });
}

void PrintQueue::drop(std::int64_t number) {
    remove(number);
    emit changed();
}

}  // namespace remise::terminal
