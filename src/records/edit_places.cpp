#include "records/edit_places.hpp"

#include <map>

namespace sss {

std::vector<Located> locate(std::vector<Piece> pieces)
{
    std::vector<Located> located;
    std::map<EditPath, std::size_t> counts;  // of the items of each list of tables so far
    EditPath table;
    for (auto& piece : pieces) {
        EditPath at;
        if (piece.sort == Piece::Sort::key) {
            at = table;
            for (auto const& key : piece.path) at.push_back({key});
        } else if (piece.sort != Piece::Sort::blank && piece.sort != Piece::Sort::comment) {
            for (std::size_t i = 0; i < piece.path.size(); ++i) {
                at.push_back({piece.path[i]});
                auto const last = i + 1 == piece.path.size();
                auto const list = counts.find(at);
                if (last && piece.sort == Piece::Sort::item)
                    at.back().item = counts[at]++;
                else if (list != counts.end())
                    at.back().item = list->second - 1;
            }
            table = at;
        }
        located.push_back({std::move(piece), table, std::move(at)});
    }
    return located;
}

}  // namespace sss
