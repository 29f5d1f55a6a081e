# For the scripts to source: the results of the samples as a table.

# print_table <file>: the lines of the file, whose fields are separated by tabs, as columns. A line is
#   source <tab> how its address was obtained <tab> input <tab> output <tab> yes or no: equal to the reference
# or, for a source that could not be run,
#   source <tab> skipped: the reason
# Fails if an output is wrong, or if there is none.
print_table() {
    { printf 'Source\tAddress\tInput\tOutput\tEqual to reference\n'; cat "$1"; } | awk -F '\t' '
        { line[NR] = $0 }
        NR > 1 && NF == 5 { results++; if ($5 != "yes") wrong++ }
        NF == 5 { for (i = 1; i <= NF; i++) if (length($i) > width[i]) width[i] = length($i) }
        END {
            for (row = 1; row <= NR; row++) {
                columns = split(line[row], field)
                text = ""
                for (i = 1; i < columns; i++) text = text sprintf("%-" width[i] "s  ", field[i])
                print text field[columns]
            }
            exit wrong > 0 || results == 0
        }'
}
