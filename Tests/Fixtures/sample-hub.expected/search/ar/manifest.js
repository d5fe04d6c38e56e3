hubwrightSearch("manifest",{"documents":89,"words":"0","endings":"a","texts":[89],"common":""});
