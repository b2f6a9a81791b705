# right: matlab sprintf table
# expect: right
# Exercise 3
step_end = 10;
table = "";

for step in range(step_end):
    t = step * dt;
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01));
    table = table + "%.3f %.4e\n" % (t, i);  # like sprintf

print(table, end="")
