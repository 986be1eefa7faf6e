# Completion of resnetgen for fish: resnetgen completion fish | source, in ~/.config/fish/config.fish.
function __resnetgen_complete
    set -l line (string replace -r '^\S+\s+' '' -- (commandline -cp))
    resnetgen "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c resnetgen -a '(__resnetgen_complete)'
