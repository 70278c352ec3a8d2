#include "server/admin/demo_data.h"

#include "server/domain/codes.h"

namespace remise::admin {
namespace {

using domain::Association;
using domain::AssociationState;
using domain::Product;

struct ProductRow {
    const char *sku, *fr, *en, *goodFr, *goodEn, *category;
    int performance;
    const char* grade;
    int price, reference;
    const char* drawing;
};

// clang-format off
constexpr ProductRow products[] = {
    {"POR-T480-B", "Portable ThinkPad T480", "ThinkPad T480 laptop", "Pour la bureautique et la visio.", "For office work and video calls.", "laptop", 3, "B", 14900, 79900, "laptop"},
    {"POR-T490-A", "Portable ThinkPad T490", "ThinkPad T490 laptop", "Pour travailler vite, partout.", "For quick work, anywhere.", "laptop", 3, "A", 19900, 99900, "laptop"},
    {"POR-E7480-B", "Portable Latitude 7480", "Latitude 7480 laptop", "Léger, pour se déplacer.", "Light, for people on the move.", "laptop", 3, "B", 15900, 89900, "laptop"},
    {"POR-5420-A", "Portable Latitude 5420", "Latitude 5420 laptop", "Pour la visio et le multitâche.", "For video calls and several things at once.", "laptop", 4, "A", 24900, 109900, "laptop"},
    {"POR-450G5-C", "Portable ProBook 450 G5", "ProBook 450 G5 laptop", "Grand écran, petit prix.", "Large screen, small price.", "laptop", 2, "C", 9900, 69900, "laptop"},
    {"POR-840G5-B", "Portable EliteBook 840 G5", "EliteBook 840 G5 laptop", "Solide, pour le bureau.", "Sturdy, for the office.", "laptop", 3, "B", 16900, 94900, "laptop"},
    {"POR-X250-D", "Portable ThinkPad X250 cabossé", "Dented ThinkPad X250 laptop", "Pour le texte et le courrier.", "For text and mail.", "laptop", 1, "D", 5900, 59900, "laptop"},
    {"POR-IDEA-B", "Portable IdeaPad 3", "IdeaPad 3 laptop", "Pour apprendre et s'exercer.", "For learning and practice.", "laptop", 2, "B", 11900, 49900, "laptop"},
    {"UC-790-C", "Unité centrale OptiPlex 790", "OptiPlex 790 desktop", "Pour un poste d'accueil.", "For a reception desk.", "desktop", 1, "C", 3900, 49900, "desktop"},
    {"UC-7080-A", "Unité centrale OptiPlex 7080", "OptiPlex 7080 desktop", "Pour la création d'images.", "For making pictures.", "desktop", 4, "A", 17900, 89900, "desktop"},
    {"UC-M720-B", "Mini PC ThinkCentre M720", "ThinkCentre M720 mini PC", "Petit, silencieux, pour le bureau.", "Small and quiet, for the office.", "desktop", 3, "B", 11900, 64900, "desktop"},
    {"UC-600G3-B", "Unité centrale ProDesk 600 G3", "ProDesk 600 G3 desktop", "Pour une salle informatique.", "For a computer room.", "desktop", 2, "B", 8900, 59900, "desktop"},
    {"ECR-22-B", "Écran 22 pouces", "22 inch screen", "Pour compléter un poste.", "To complete a workplace.", "screen", 0, "B", 3500, 12900, "screen"},
    {"ECR-24-A", "Écran 24 pouces", "24 inch screen", "Grand, pour lire sans fatigue.", "Large, to read without strain.", "screen", 0, "A", 5900, 15900, "screen"},
    {"ECR-19-C", "Écran 19 pouces", "19 inch screen", "Pour un poste simple.", "For a simple workplace.", "screen", 0, "C", 1900, 9900, "screen"},
    {"TEL-IP8-B", "Téléphone iPhone 8 64 Go", "iPhone 8 64 GB phone", "Pour rester joignable.", "To stay in touch.", "phone", 0, "B", 8900, 48900, "phone"},
    {"TEL-A40-B", "Téléphone Galaxy A40", "Galaxy A40 phone", "Pour les équipes de terrain.", "For teams in the field.", "phone", 0, "B", 6900, 24900, "phone"},
    {"TAB-A10-B", "Tablette Galaxy Tab A 10", "Galaxy Tab A 10 tablet", "Pour les ateliers avec le public.", "For workshops with the public.", "tablet", 0, "B", 7900, 21900, "tablet"},
    {"IMP-M402-B", "Imprimante LaserJet M402", "LaserJet M402 printer", "Pour imprimer beaucoup, en noir.", "For printing a lot, in black.", "printer", 0, "B", 6900, 24900, "printer"},
    {"RES-SG108-A", "Commutateur 8 ports", "8 port switch", "Pour relier les postes.", "To connect the workplaces.", "network", 0, "A", 1500, 3900, "network"},
};

// No T490 among them: it is what can be asked for and is not in stock yet.
const std::vector<DemoModel> models = {
    {"POR-T480-B", "laptop", "Lenovo", "ThinkPad T480", "Intel Core i5-8350U", 16384, 256060, "nvme"},
    {"POR-T480-B", "laptop", "Lenovo", "ThinkPad T480", "Intel Core i5-8350U", 16384, 512110, "nvme"},
    {"POR-E7480-B", "laptop", "Dell", "Latitude 7480", "Intel Core i5-7300U", 8192, 256060, "ssd"},
    {"POR-5420-A", "laptop", "Dell", "Latitude 5420", "Intel Core i5-1145G7", 16384, 512110, "nvme"},
    {"POR-450G5-C", "laptop", "HP", "ProBook 450 G5", "Intel Core i3-8130U", 8192, 500108, "hdd"},
    {"POR-840G5-B", "laptop", "HP", "EliteBook 840 G5", "Intel Core i5-8250U", 8192, 256060, "ssd"},
    {"POR-X250-D", "laptop", "Lenovo", "ThinkPad X250", "Intel Core i5-5300U", 4096, 180045, "ssd"},
    {"POR-IDEA-B", "laptop", "Lenovo", "IdeaPad 3", "AMD Ryzen 3 3250U", 8192, 256060, "nvme"},
    {"UC-790-C", "desktop", "Dell", "OptiPlex 790", "Intel Core i3-2120", 4096, 250059, "hdd"},
    {"UC-7080-A", "desktop", "Dell", "OptiPlex 7080", "Intel Core i7-10700", 16384, 512110, "nvme"},
    {"UC-M720-B", "desktop", "Lenovo", "ThinkCentre M720", "Intel Core i5-8400T", 8192, 256060, "nvme"},
    {"UC-600G3-B", "desktop", "HP", "ProDesk 600 G3", "Intel Core i5-7500", 8192, 256060, "ssd"},
    {"ECR-22-B", "screen", "Philips", "223V5", "", 0, 0, ""},
    {"ECR-24-A", "screen", "Dell", "P2419H", "", 0, 0, ""},
    {"ECR-19-C", "screen", "Samsung", "S19A450", "", 0, 0, ""},
};

struct AssociationRow { const char *name, *city, *postcode, *activity; };
constexpr AssociationRow associations[] = {
    {"Les Jardins partagés du Lac", "Annecy", "74000", "environment"}, {"Lire et Faire lire en Mauges", "Cholet", "49300", "education"},
    {"La Cabane à vélos", "Nantes", "44000", "environment"}, {"Secours aux aînés du Bocage", "Bressuire", "79300", "solidarity"},
    {"Ateliers du Fil", "Roubaix", "59100", "solidarity"}, {"Un toit pour demain", "Lyon", "69003", "solidarity"},
    {"Les Mots en chantier", "Montreuil", "93100", "education"}, {"Théâtre des Deux Rives", "Rouen", "76000", "culture"},
    {"Aide aux devoirs Saint-Jean", "Limoges", "87000", "education"}, {"Accueil Paysan des Monts", "Aurillac", "15000", "rights"},
    {"Radio Cigale", "Arles", "13200", "culture"}, {"Épicerie solidaire du Canal", "Toulouse", "31000", "solidarity"},
    {"Handi'Voile Atlantique", "La Rochelle", "17000", "sport"}, {"Bibliobus des Cévennes", "Alès", "30100", "culture"},
    {"Femmes en Mouvement", "Marseille", "13003", "rights"}, {"Réseau Mémoire vive", "Grenoble", "38000", "health"},
    {"Le Repair Café de Tours", "Tours", "37000", "environment"}, {"Permis de réussir", "Sarcelles", "95200", "education"},
    {"Les Amis du Phare", "Brest", "29200", "culture"}, {"Maison des Parents", "Lille", "59000", "health"},
    {"Cuisine Nomade", "Strasbourg", "67000", "solidarity"}, {"Club de judo de Vaulx", "Vaulx-en-Velin", "69120", "sport"},
    {"Premiers Pas numériques", "Poitiers", "86000", "education"}, {"Chantier École du Perche", "Nogent-le-Rotrou", "28400", "solidarity"},
    {"Solidarité Bateliers", "Conflans", "78700", "solidarity"}, {"Musiques en Herbe", "Metz", "57000", "culture"},
    {"Le Fournil d'insertion", "Angers", "49000", "solidarity"}, {"Écoute Jeunes 22", "Saint-Brieuc", "22000", "health"},
    {"Langues sans frontières", "Calais", "62100", "rights"}, {"Les Ruchers de l'Espoir", "Dijon", "21000", "environment"},
};
// clang-format on

/// A SIREN with its Luhn digit.
std::string sirenFrom(int number) {
    std::string digits = std::to_string(number);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return digits + std::to_string((10 - sum % 10) % 10);
}

}  // namespace

std::vector<Product> demoProducts(domain::Milliseconds now) {
    std::vector<Product> list;
    for (const ProductRow& row : products) {
        Product product;
        product.sku = row.sku;
        product.nameFr = row.fr;
        product.nameEn = row.en;
        product.goodForFr = row.goodFr;
        product.goodForEn = row.goodEn;
        product.category = row.category;
        product.performanceClass = row.performance;
        product.grade = row.grade;
        product.priceCents = row.price;
        product.referenceNewCents = row.reference;
        product.drawing = row.drawing;
        product.published = true;
        product.changedAt = now;
        list.push_back(std::move(product));
    }
    return list;
}

const std::vector<DemoModel>& demoModels() {
    return models;
}

std::vector<Association> demoAssociations(domain::Milliseconds now) {
    constexpr domain::Milliseconds day = 24 * 60 * 60 * 1000;
    std::vector<Association> list;
    for (const AssociationRow& row : associations) {
        const int n = static_cast<int>(list.size());
        Association association;
        association.id = domain::Uuid::v4();
        association.name = row.name;
        association.legalKind = "loi_1901";
        const std::string department(row.postcode, 2);
        association.rna = "W" + department + "1" + std::to_string(100000 + n * 3571);
        association.siren = n % 3 == 2 ? "" : sirenFrom(84120000 + n * 137);
        association.street = std::to_string(3 + n * 7 % 90) + " rue des Tilleuls";
        association.postcode = row.postcode;
        association.city = row.city;
        association.activity = row.activity;
        association.budget = n % 2 ? "up_to_50k" : "up_to_150k";
        association.employees = n % 3 ? "one_to_two" : "three_to_fifteen";
        association.state = n < 24 ? AssociationState::validated : AssociationState::toReview;
        association.createdAt = association.changedAt = now - (120 - n * 3) * day;
        if (association.state == AssociationState::validated)
            association.validatedAt = association.createdAt + 2 * day;
        list.push_back(std::move(association));
    }
    return list;
}

std::vector<db::Donor> demoDonors() {
    return {{domain::Uuid::v4(), "company", "Banque des Deux Sèvres"},
            {domain::Uuid::v4(), "public_body", "Département du Bocage"},
            {domain::Uuid::v4(), "company", "Assurances du Marais"}};
}

std::vector<db::Location> demoLocations() {
    std::vector<db::Location> list;
    for (const char aisle : {'A', 'B', 'C'})
        for (int shelf = 1; shelf <= 6; ++shelf)
            list.push_back({domain::encodeCode(
                                "L", static_cast<std::uint64_t>((aisle - 'A') * 6 + shelf) * 104'729'353, 8),
                            demoSite, std::string("Étagère ") + aisle + std::to_string(shelf)});
    return list;
}

}  // namespace remise::admin
