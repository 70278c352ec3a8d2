#include "terminal/printing.h"

#include <QDebug>

#include "labels/label.h"
#include "server/domain/refusals.h"
#include "terminal/printer_words.h"

namespace remise::terminal {

namespace {

constexpr int fewCodes = 100;
constexpr int codesInALease = 200;
constexpr const char* publicUrl = "public_url";

}  // namespace

Printing::Printing(Client& client, Cache& cache, drivers::Printer* printer, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_cache(cache),
      m_printer(printer),
      m_publicUrl(client.server().toString().toStdString()) {
    if (const auto known = cache.answer(publicUrl); known && known->isText()) m_publicUrl = known->text();
}

void Printing::lease() {
    if (m_asking || m_cache.codesLeft() >= fewCodes) return;
    m_asking = true;
    domain::Value wish;
    wish["count"] = codesInALease;
    m_client.post("/api/v1/codes/lease", wish, [this](const Answer& answer) {
        m_asking = false;
        if (!answer.ok() || !answer.body["codes"].isArray()) return;
        m_cache.together([&] {
            for (const domain::Value& code : answer.body["codes"].array())
                if (code.isText()) m_cache.keepCode(code.text());
        });
        m_publicUrl = answer.body.textOr("public_url", m_publicUrl);
        m_cache.keepAnswer(publicUrl, m_publicUrl);
        emit leased();
    });
}

void Printing::leaseAnew() {
    m_cache.dropCodes();
    lease();
}

std::optional<std::string> Printing::takeCode() {
    auto code = m_cache.takeCode();
    lease();
    return code;
}

domain::Verdict Printing::printUnitLabel(const std::string& code, const std::string& text) {
    if (!m_printer) return domain::Refusal(domain::refusals::printerAway);
    const auto label = labels::drawLabel(
        "unit", domain::Value::Object{{"code", code}, {"url", m_publicUrl}, {"model", text}});
    if (!label) return label.refusal();
    const drivers::PrintResult result = m_printer->print(*label, code);
    if (result.printed != drivers::Printed::yes) {
        qWarning("The label %s was not printed: %s", code.c_str(), result.status.detail.c_str());
        if (result.printed == drivers::Printed::inDoubt)
            return domain::Refusal(domain::refusals::labelInDoubt, {{"code", code}});
        return printerRefusal(result.status.state);
    }
    emit printed(QString::fromStdString(code));
    return {};
}

}  // namespace remise::terminal
