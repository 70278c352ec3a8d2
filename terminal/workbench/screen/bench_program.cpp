#include "terminal/workbench/screen/bench_program.h"

#include <QFile>
#include <QJsonDocument>
#include <QTimer>

#include "server/domain/codes.h"

namespace remise::workbench {

namespace {

constexpr int pauseBeforeNext = 3000;  // ms

}  // namespace

BenchProgram::BenchProgram(QString program, QStringList words)
    : m_program(std::move(program)), m_words(std::move(words)) {
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &BenchProgram::read);
    connect(&m_process, &QProcess::finished, this, &BenchProgram::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) ended();
    });
    start();
}

void BenchProgram::start() {
    m_process.start(m_program, QStringList{"bench", "--trace", "--listen"} + m_words);
}

void BenchProgram::read() {
    while (m_process.canReadLine()) {
        const auto line = QJsonDocument::fromJson(m_process.readLine());
        if (!line.isObject()) continue;
        m_told = line.object().toVariantMap();
        m_trouble.clear();
        emit told();
    }
}

void BenchProgram::ended() {
    m_trouble = QString::fromUtf8(m_process.readAllStandardError()).trimmed().section('\n', -1).right(400);
    if (m_trouble.isEmpty()) m_trouble = m_process.errorString();
    emit told();
    QTimer::singleShot(pauseBeforeNext, this, &BenchProgram::start);
}

QString BenchProgram::address() const {
    const QString server = m_told.value("server").toString(), report = m_told.value("report").toString();
    return report.isEmpty() ? QString() : server + "/b/" + report;
}

QString BenchProgram::word(const QString& key) const {
    if (m_wordsOf != language()) {
        QFile file(":/remise/bench." + language() + ".json");
        if (file.open(QIODevice::ReadOnly))
            m_catalogue = QJsonDocument::fromJson(file.readAll()).object().toVariantMap();
        m_wordsOf = language();
    }
    return m_catalogue.value(key, key.section('.', -1)).toString();
}

void BenchProgram::scanned(const QString& text) {
    const std::string code = domain::normaliseScan(text.toStdString());
    if (domain::codeKind(code) != domain::CodeKind::unit) {
        m_badge = text.trimmed();
    } else if (hasBadge()) {
        say({{"unit", QString::fromStdString(code)}, {"worker", m_badge}});
        m_badge.clear();
    }
    emit told();
}

void BenchProgram::answer(const QString& test, const QString& result, const QString& defect) {
    say({{"test", test}, {"result", result}, {"defect", defect}});
}

void BenchProgram::begin(const QString& test) {
    say({{"begin", test}});
}

void BenchProgram::putAside() {
    say({{"aside", true}});
}

void BenchProgram::say(const QJsonObject& said) {
    m_process.write(QJsonDocument(said).toJson(QJsonDocument::Compact) + "\n");
}

QString BenchProgram::duration(int seconds) {
    constexpr int minute = 60, hour = 3600;
    if (seconds <= 0) return {};
    if (seconds < minute) return QString("%1 s").arg(seconds);
    if (seconds < hour) return QString("%1 min").arg((seconds + minute / 2) / minute);
    return QString("%1 h %2").arg(seconds / hour).arg(seconds % hour / minute, 2, 10, QChar('0'));
}

QString BenchProgram::capacity(double bytes) const {
    constexpr double giga = 1e9, mega = 1e6, tera = 1e12;
    const bool french = language() == "fr";
    if (bytes >= tera) return QString::number(bytes / tera, 'f', 1) + (french ? " To" : " TB");
    if (bytes >= giga) return QString::number(qRound(bytes / giga)) + (french ? " Go" : " GB");
    return QString::number(qRound(bytes / mega)) + (french ? " Mo" : " MB");
}

}  // namespace remise::workbench
