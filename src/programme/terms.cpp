#include "programme/terms.hpp"

#include <array>

namespace sss {

namespace {

constexpr std::array<Term, 34> terms{{
    {"AIT", "assembly, integration and test"},
    {"AIV", "assembly, integration and verification"},
    {"AOCS", "attitude and orbit control subsystem"},
    {"APSCO", "Asia-Pacific Space Cooperation Organization"},
    {"AR", "acceptance review"},
    {"CDR", "critical design review"},
    {"COSPAR", "Committee on Space Research, by whose numbers objects in orbit are known"},
    {"CRR", "commissioning result review"},
    {"ECSS", "European Cooperation for Space Standardization"},
    {"ELR", "end-of-life review"},
    {"EM", "engineering model"},
    {"EQM", "engineering qualification model"},
    {"FM", "flight model"},
    {"FRR", "flight readiness review"},
    {"ICD", "interface control document"},
    {"LEOP", "launch and early orbit phase"},
    {"LRR", "launch readiness review"},
    {"LTAN", "local time of the ascending node"},
    {"MCR", "mission close-out review"},
    {"MDR", "mission definition review"},
    {"MoU", "memorandum of understanding"},
    {"NCR", "nonconformance report"},
    {"NORAD", "North American Aerospace Defense Command, by whose numbers objects in orbit are catalogued"},
    {"ORR", "operational readiness review"},
    {"PDR", "preliminary design review"},
    {"PFM", "protoflight model"},
    {"PRR", "preliminary requirements review"},
    {"QM", "qualification model"},
    {"QR", "qualification review"},
    {"RID", "review item discrepancy"},
    {"SRR", "system requirements review"},
    {"STM", "structural and thermal model"},
    {"TRR", "test readiness review"},
    {"UTC", "Coordinated Universal Time"},
}};

}  // namespace

std::span<Term const> built_in_terms()
{
    return terms;
}

Glossary::Glossary(std::map<std::string, std::string> const& own)
{
    for (auto const& [letters, meaning] : own)
        if (!meaning.empty()) terms_.emplace(letters, meaning);
    for (auto const& term : terms)
        if (!own.contains(std::string{term.letters})) terms_.emplace(term.letters, term.meaning);
}

}  // namespace sss
