#include "terminal/printing.h"

#include <QDebug>

#include "labels/unit_label.h"
#include "server/domain/refusals.h"

namespace remise::terminal {

namespace {

constexpr std::size_t fewCodes = 5;
constexpr int codesInALease = 20;

}  // namespace

Printing::Printing(Client& client, drivers::Printer* printer, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_printer(printer),
      m_publicUrl(client.server().toString().toStdString()) {
}

void Printing::lease() {
    if (m_asking || m_codes.size() >= fewCodes) return;
    m_asking = true;
    domain::Value wish;
    wish["count"] = codesInALease;
    m_client.post("/api/v1/codes/lease", wish, [this](const Answer& answer) {
        m_asking = false;
        if (!answer.ok() || !answer.body["codes"].isArray()) return;
        for (const domain::Value& code : answer.body["codes"].array()) {
            if (code.isText()) m_codes.push_back(code.text());
        }
        m_publicUrl = answer.body.textOr("public_url", m_publicUrl);
        emit leased();
    });
}

std::optional<std::string> Printing::takeCode() {
    std::optional<std::string> code;
    if (!m_codes.empty()) {
        code = std::move(m_codes.front());
        m_codes.pop_front();
    }
    lease();
    return code;
}

domain::Verdict Printing::printUnitLabel(const std::string& code, const std::string& text) {
    if (!m_printer) return domain::Refusal(domain::refusals::printerAway);
    try {
        m_printer->print(labels::drawUnitLabel({code, m_publicUrl, text}), code);
    } catch (const std::exception& fault) {
        qWarning("The label %s was not printed: %s", code.c_str(), fault.what());
        return domain::Refusal(domain::refusals::printerAway);
    }
    emit printed(QString::fromStdString(code));
    return {};
}

}  // namespace remise::terminal
