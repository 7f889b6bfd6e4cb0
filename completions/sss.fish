# fish completion for sss: every candidate comes from the program itself, so nothing here can grow stale.
# What is offered may have been named by anybody (ids, tags, branches, files): fish quotes what it puts on the line.
function __sss_candidates
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # Without its quotes; where one is still open, without that one.
    set -l current (string unescape -- "$typed"; or string replace -r '^[\'"]' '' -- "$typed")
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path "$current" | string match -v -- '-*'
            case ':folders'
                __fish_complete_directories "$current" | string match -v -- '-*'
            case ':*'
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c sss -f -a '(__sss_candidates)'
